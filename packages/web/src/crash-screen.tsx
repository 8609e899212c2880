import { TriangleAlert } from "lucide-react";
import { Component, type ReactNode } from "react";
import { Button } from "./ui/button.tsx";
import { EmptyState } from "./ui/empty-state.tsx";
import { useWords } from "./words/use-words.ts";

interface CrashState {
  hasCrashed: boolean;
}

/** A defect in one screen must not leave a white page. */
export class CrashScreen extends Component<{ children: ReactNode }, CrashState> {
  override state: CrashState = { hasCrashed: false };

  static getDerivedStateFromError(): CrashState {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const words = useWords();
  return (
    <EmptyState
      icon={<TriangleAlert size={28} />}
      title={words.app.crashed}
      text={words.app.crashedText}
      actions={
        <Button look="primary" onClick={() => location.reload()}>
          {words.app.reload}
        </Button>
      }
    />
  );
}
