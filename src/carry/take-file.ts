/** The file a person chose, as it is; the input is emptied, so that the same file can be chosen again. */
export function takeFile(input: HTMLInputElement): File | null {
  return takeFiles(input)[0] ?? null;
}

/** All of them, in the order the browser gives. */
export function takeFiles(input: HTMLInputElement): readonly File[] {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}
