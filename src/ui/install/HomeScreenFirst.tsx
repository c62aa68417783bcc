/** On iOS an installed app begins with an empty storage: that has to be known before an identity is made in the wrong place. */
import { useId } from 'preact/hooks';
import { thisPlatform } from '../../carry/platform.ts';
import { useWords } from '../words/words.ts';
import { HomeScreenSteps } from './HomeScreen.tsx';

export function HomeScreenFirst() {
  const { care: words } = useWords();
  const id = useId();
  const platform = thisPlatform();
  if (!platform.isIos || platform.isInstalled) return null;
  return (
    <section class="card raised stack" aria-labelledby={id}>
      <h2 id={id}>{words.homeScreenFirst}</h2>
      <p>{words.homeScreenWhy}</p>
      <HomeScreenSteps platform={platform} />
      <p class="hint">{words.homeScreenElse}</p>
    </section>
  );
}
