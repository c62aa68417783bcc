/** The sign of Synapse: two nodes, and what is carried between them. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="7" cy="16" r="4.500" />
      <circle cx="25" cy="16" r="4.500" />
      <path d="M11.500 13.500C14 9 18 9 20.500 13.500M11.500 18.500C14 23 18 23 20.500 18.500" />
    </svg>
  );
}
