/**
 * A document to carry to a node that may be GoMCP, and the call that is typed there instead, because no tool of GoMCP
 * reads the document. The likelier one is shown, and the other one opens.
 */
import { useId } from 'preact/hooks';
import type { CallInstead, Carried } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import { CarryOut } from './CarryOut.tsx';
import { Disclosure } from './Disclosure.tsx';
import { ToolCall } from './ToolCall.tsx';

/** `text`: what to do with the document. `to`: the name of the other node, or null. */
export function CarryOrCall({ carried, text, to }: { carried: Carried; text: string; to: string | null }) {
  const { gomcp: words } = useWords();
  const { instead } = carried;
  const document = (
    <>
      <p>{text}</p>
      <CarryOut carried={carried} />
    </>
  );
  if (!instead) return document;
  const call = <Call instead={instead} to={to ?? 'GoMCP'} />;
  const [shown, other] = instead.isLikely ? [call, document] : [document, call];
  return (
    <>
      {shown}
      <Disclosure summary={instead.isLikely ? words.asDocument : words.asCall}>
        <div class="stack">{other}</div>
      </Disclosure>
    </>
  );
}

function Call({ instead: { tool, call, isLikely }, to }: { instead: CallInstead; to: string }) {
  const { gomcp: words } = useWords();
  const id = useId();
  return (
    <>
      <p id={id}>{words.instead[tool](to)}</p>
      {tool === 'delta_sync' && <p class="callout warning">{words.newerWarning}</p>}
      <ToolCall text={call} describedBy={id} kind={isLikely ? 'primary' : 'plain'} />
    </>
  );
}
