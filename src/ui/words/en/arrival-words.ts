/** What other apps and the system hand to Synapse. */
export const arrivalWords = {
  takeIn: 'Take in what was shared',
  sharedText: 'shared text',
  notKept: 'What was shared could not be kept here. Nothing was changed.',
  notKeptNext: 'Make room on the device and share it again, or save it as a file and open it here.',
  empty: 'There was neither a text nor a file in what was shared. Nothing was changed.',
  emptyNext: 'Share the message or the file itself, or copy its text and paste it here.',
  gone: (name: string) => `${name} could not be opened: it is no longer there, or Synapse may not read it.`,
  goneNext: 'Nothing was changed. Look for the file, and open it with Open file.',
};
