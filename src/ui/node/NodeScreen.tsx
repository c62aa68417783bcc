/** This installation: who it is, what it lives by, how long it waits, and whether its memory is safe. */
import type { NodeView } from '../../peer-api.ts';
import { ArchivePanel } from '../archive/ArchivePanel.tsx';
import { ForgetEverything } from '../archive/ForgetEverything.tsx';
import type { Keeping } from '../care/use-keeping.ts';
import { InstallPanel } from '../install/InstallPanel.tsx';
import { About } from './About.tsx';
import { GenomePanel } from './GenomePanel.tsx';
import { Identity } from './Identity.tsx';
import { OfflinePanel } from './OfflinePanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { StoragePanel } from './StoragePanel.tsx';

export function NodeScreen({ node, keeping }: { node: NodeView; keeping: Keeping }) {
  return (
    <div class="columns">
      <div class="stack">
        <Identity node={node} />
        <GenomePanel node={node} />
      </div>
      <div class="stack">
        <ArchivePanel />
        <SettingsPanel node={node} />
        <StoragePanel keeping={keeping} />
        <InstallPanel />
        <OfflinePanel />
        <About />
        <ForgetEverything />
      </div>
    </div>
  );
}
