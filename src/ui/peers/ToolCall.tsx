/** One call of a tool of GoMCP: as it is typed there, and the way into the clipboard. */
import { Button } from '../parts/Button.tsx';
import { ByHand } from '../parts/ByHand.tsx';
import { useAct } from '../use-act.ts';
import { useCopy } from '../use-copy.ts';
import { useWords } from '../words/words.ts';

export function ToolCall({ text, describedBy }: { text: string; describedBy: string }) {
  const { carry, gomcp } = useWords();
  const act = useAct();
  const { byHand, copy } = useCopy(text, true);
  const copyNow = () =>
    act.run(carry.copy, () => copy(text, async () => ({ kind: 'said', text: carry.copied }), gomcp.copyDeniedNext));
  return (
    <>
      <pre>{text}</pre>
      <div class="actions">
        <Button icon="copy" act={act} describedBy={describedBy} onClick={copyNow}>
          {carry.copy}
        </Button>
      </div>
      {byHand && <ByHand text={text} />}
    </>
  );
}
