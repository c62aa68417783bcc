/** The Node screen: identity, genome, archive, settings, storage, installing, updates, and forgetting everything. */
import { useId } from 'preact/hooks';
import type { NodeView } from '../../../peer-api.ts';
import type { Persistence } from '../../hooks/use-persistence.ts';
import { useWords } from '../../words/words.ts';
import { ArchivePanel } from './archive/ArchivePanel.tsx';
import { ForgetEverything } from './archive/ForgetEverything.tsx';
import { GenomePanel } from './GenomePanel.tsx';
import { IdentityPanel } from './IdentityPanel.tsx';
import { InstallPanel } from './InstallPanel.tsx';
import { OfflinePanel } from './OfflinePanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { StoragePanel } from './StoragePanel.tsx';

export function NodeScreen({ node, persistence }: { node: NodeView; persistence: Persistence }) {
  return (
    <div class="columns">
      <div class="stack">
        <IdentityPanel node={node} />
        <GenomePanel node={node} />
      </div>
      <div class="stack">
        <ArchivePanel />
        <SettingsPanel node={node} />
        <StoragePanel persistence={persistence} />
        <InstallPanel />
        <OfflinePanel />
        <About />
        <ForgetEverything />
      </div>
    </div>
  );
}

function About() {
  const { node: words } = useWords();
  const id = useId();
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.about}</h2>
      <p class="muted">{words.aboutText}</p>
    </section>
  );
}
