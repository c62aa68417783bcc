/** What is loaded behind the first screen, as one file of the build: files of their own take more room on a phone. */
export { PracticeBanner } from '../practice/PracticeBanner.tsx';
export { RestoreArchive } from '../restore/RestoreArchive.tsx';
export { FactsScreen } from '../screens/facts/FactsScreen.tsx';
export { IncidentsScreen } from '../screens/incidents/IncidentsScreen.tsx';
export { JournalScreen } from '../screens/journal/JournalScreen.tsx';
export { NodeScreen } from '../screens/node/NodeScreen.tsx';
export { PeersScreen } from '../screens/peers/PeersScreen.tsx';
