/** A key that is used on two devices, or was set back. */
export const clonedWords = {
  title: 'Cloned or rewound',
  what: (peer: string, date: string, number: string) =>
    `On ${date} a document of ${peer} came in with the number ${number}, which the same key had given to another one. So this key is used on two devices, or was set back to an older state, as by restoring an archive.`,
  means:
    'Nothing was lost or refused, and what it sends can still be taken in. But nobody here can tell which of the two wrote it.',
  next: (peer: string) =>
    `Ask the person of ${peer}: whoever restored an archive should use only one of the two devices. Once that is settled, compare in person again.`,
  settle: 'It is settled',
  preview: 'This key is used on two devices, or was set back to an older state.',
  previewWhat: (number: string) =>
    `It had given number ${number}, which this document bears, to another one that is here. Accepting loses nothing; but ask the person first which device is theirs.`,
};
