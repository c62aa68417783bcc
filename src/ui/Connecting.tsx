import { Slowly } from './parts/Slowly.tsx';
import { useWords } from './words/words.ts';

export function Connecting() {
  const { shell } = useWords();
  return (
    <main class="lone">
      <Slowly>{shell.connecting}</Slowly>
    </main>
  );
}
