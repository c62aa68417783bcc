/**
 * How to install Synapse: by the browser's offer, or on iOS by hand. Shows nothing if neither is possible, or if
 * Synapse is installed already.
 */
import { useId } from 'preact/hooks';
import { thisPlatform } from '../../../carry/platform.ts';
import { useInstall } from '../../hooks/use-install.ts';
import { Button } from '../../parts/Button.tsx';
import { HomeScreenSteps } from '../../parts/HomeScreenAdvice.tsx';
import { useWords } from '../../words/words.ts';

export function InstallPanel() {
  const { install: words } = useWords();
  const install = useInstall();
  const id = useId();
  const platform = thisPlatform();
  const isByHand = platform.isIos && !platform.isInstalled;
  if (!install && !isByHand) return null;
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.app}</h2>
      {install ? (
        <>
          <p class="muted">{words.installText}</p>
          <div class="actions">
            <Button onClick={install}>{words.install}</Button>
          </div>
        </>
      ) : (
        <>
          <p class="callout warning">{words.homeScreenLate}</p>
          <HomeScreenSteps platform={platform} />
        </>
      )}
    </section>
  );
}
