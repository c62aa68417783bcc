/** Where what was worked on is gone from the screen, the keyboard goes on from the top of it. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
