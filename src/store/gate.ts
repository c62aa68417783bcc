/** Between deciding and storing, memory says what is not stored yet: whoever only looks waits at the gate. */
export class Gate {
  #opened: Promise<void> = Promise.resolve();

  /** Closes it; returns what opens it again. */
  close(): () => void {
    let open: () => void = () => undefined;
    this.#opened = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }

  whenOpen(): Promise<void> {
    return this.#opened;
  }
}
