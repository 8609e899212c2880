/** Carries out what one place asks for one after another, in the order of asking. */
export class Turns<Place extends object> {
  readonly #last = new WeakMap<Place, Promise<void>>();

  /** Fails as `work` fails; what was asked for after it is carried out all the same. */
  take(place: Place, work: () => Promise<void>): Promise<void> {
    const turn = (this.#last.get(place) ?? Promise.resolve()).then(work);
    this.#last.set(
      place,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
