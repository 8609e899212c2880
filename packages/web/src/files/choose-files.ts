export interface Choice {
  /** Kinds of files, as in an input's `accept`. */
  accept?: string;
  /** Straight from the camera of a phone. */
  isCamera?: boolean;
  onChosen: (files: readonly File[]) => void;
}

/** Opens the system's own dialog. It must be called while something is being pressed. */
export function chooseFiles({ accept, isCamera, onChosen }: Choice): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = isCamera !== true;
  input.hidden = true;
  if (accept !== undefined) input.accept = accept;
  if (isCamera) input.setAttribute("capture", "environment");
  const done = () => input.remove();
  input.addEventListener("change", () => {
    onChosen([...(input.files ?? [])]);
    done();
  });
  input.addEventListener("cancel", done);
  // In the page: some browsers forget an input that is nowhere.
  document.body.append(input);
  input.click();
}
