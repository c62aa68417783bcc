/** One call of a GoMCP tool, with a button to copy it. */
import { useAct } from '../hooks/use-act.ts';
import { useCopy } from '../hooks/use-copy.ts';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';
import { CopyByHand } from './CopyByHand.tsx';

interface ToolCallProps {
  readonly text: string;
  /** Id of the text that says what it does. */
  readonly describedBy: string;
  readonly kind?: 'primary' | 'plain';
}

export function ToolCall({ text, describedBy, kind = 'plain' }: ToolCallProps) {
  const { carry, gomcp } = useWords();
  const act = useAct();
  const { byHand, copy } = useCopy(text, true);
  const copyNow = () =>
    act.run(carry.copy, () => copy(text, async () => ({ kind: 'said', text: carry.copied }), gomcp.copyDeniedNext));
  return (
    <>
      <pre>{text}</pre>
      <div class="actions">
        <Button kind={kind} icon="copy" act={act} describedBy={describedBy} onClick={copyNow}>
          {carry.copy}
        </Button>
      </div>
      {byHand && <CopyByHand text={text} />}
    </>
  );
}
