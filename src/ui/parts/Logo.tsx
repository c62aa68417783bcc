/** The picture of public/icon.svg in the colour of the theme: a node, and two others that reach it without touching. */
export function Logo() {
  return (
    <svg class="mark" viewBox="64 64 384 384" aria-hidden="true" focusable="false">
      <path d="M302 133a131 131 0 0 1 77 77M210 379a131 131 0 0 1-77-77M349 163l36-36M163 349l-36 36" />
      <g class="nodes">
        <circle cx="256" cy="256" r="76" />
        <circle cx="398" cy="114" r="38" />
        <circle cx="114" cy="398" r="38" />
      </g>
    </svg>
  );
}
