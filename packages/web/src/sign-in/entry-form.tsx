import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import type { Action } from "../use-action.ts";
import styles from "./entry-form.module.css";

export interface EntryFormProps {
  action: Action;
  /** The fields that show their own errors. Any other error stands above the button. */
  fields: readonly string[];
  submitLabel: string;
  onSubmit: (values: EntryValues) => void;
  children?: ReactNode;
}

/** What is in a field by its name; nothing where there is no such field. */
export type EntryValues = (field: string) => string;

/** A form whose fields keep what was typed, whatever happens. After a refusal the field at fault has the focus. */
export function EntryForm({ action, fields, submitLabel, onSubmit, children }: EntryFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { error, field, isBusy } = action;
  useEffect(() => {
    // On a phone the keyboard would cover half of a page that has not been read yet.
    if (matchMedia("(pointer: fine)").matches) form.current?.querySelector("input")?.focus();
  }, []);
  useEffect(() => {
    if (error !== null && field !== null) form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }, [error, field]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    onSubmit((name) => String(values.get(name) ?? ""));
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      {children}
      {error !== null && (field === null || !fields.includes(field)) && <Banner kind="danger">{error}</Banner>}
      <Button look="primary" type="submit" isWide isBusy={isBusy}>
        {submitLabel}
      </Button>
    </form>
  );
}

/** The error to show at one field. */
export function errorAt({ error, field }: Action, name: string): string | null {
  return field === name ? error : null;
}
