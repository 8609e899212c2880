import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import styles from "./toast.module.css";

export interface Toast {
  text: string;
  /** One thing to do about it, such as "Undo". */
  action?: { label: string; onSelect: () => void };
}

type ShowToast = (toast: Toast) => void;

const ToastContext = createContext<ShowToast>(() => undefined);
const SHOWN_MS = 6_000;
const AT_ONCE = 3;

/** Shows a short sentence for six seconds, and says it to screen readers. */
export function useToast(): ShowToast {
  return use(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { key: number })[]>([]);
  const nextKey = useRef(0);
  const show = useCallback<ShowToast>((toast) => {
    nextKey.current += 1;
    const key = nextKey.current;
    setToasts((shown) => [...shown.slice(1 - AT_ONCE), { ...toast, key }]);
  }, []);
  const dismiss = useCallback((key: number) => setToasts((shown) => shown.filter((toast) => toast.key !== key)), []);
  const host = useMemo(
    () => toasts.map((toast) => <ToastRow key={toast.key} toast={toast} onDone={() => dismiss(toast.key)} />),
    [toasts, dismiss],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.host} role="status">
        {host}
      </div>
    </ToastContext>
  );
}

function ToastRow({ toast, onDone }: { toast: Toast; onDone: () => void }) {
  const done = useRef(onDone);
  useEffect(() => {
    const timer = setTimeout(() => done.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.toast}>
      <span className={styles.text}>{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            toast.action?.onSelect();
            onDone();
          }}
        >
          {toast.action.label}
        </button>
      )}
    </div>
  );
}
