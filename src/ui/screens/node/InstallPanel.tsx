/** How this becomes an app of its own: by the browser's offer, on iOS by hand; nothing where neither is possible, or it is one. */
import { useId } from 'preact/hooks';
import { thisPlatform } from '../../../carry/platform.ts';
import { useInstall } from '../../hooks/use-install.ts';
import { Button } from '../../parts/Button.tsx';
import { HomeScreenSteps } from '../../parts/HomeScreen.tsx';
import { useWords } from '../../words/words.ts';

export function InstallPanel() {
  const { care: words } = useWords();
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
