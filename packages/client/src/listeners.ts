/** Those who want to hear of something, in the order in which they came. */
export class Listeners<A extends readonly unknown[]> {
  readonly #listeners = new Set<(...about: A) => void>();

  add(listener: (...about: A) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(...about: A): void {
    for (const listener of [...this.#listeners]) listener(...about);
  }
}
