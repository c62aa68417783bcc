/** Confirming in person. */
export const compareWords = {
  compare: 'Compare in person',
  title: (peer: string) => `Is this the key of ${peer}?`,
  about: (peer: string) =>
    `Open this on both devices, side by side or over a call in which you know each other’s voice. ${peer} finds it on the page of this node. The picture and the eight words have to be the same on both screens; the figures say the same as the words.`,
  words: 'Words to compare',
  picture: (words: readonly string[]) => `Picture for the words ${words.join(' ')}`,
  match: 'They match',
  differ: 'They do not match',
  doubted: (peer: string, date: string) =>
    `On ${date} the words for ${peer} did not match: somebody else may be writing in its name. Exchange nothing more, and meet in person.`,
};
