/** The file a person chose, as it is; the input is emptied, so that the same file can be chosen again. */
export function takeFile(input: HTMLInputElement): File | null {
  const file = input.files?.[0] ?? null;
  input.value = '';
  return file;
}
