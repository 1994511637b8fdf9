/** Switches between light and dark; hidden until the script that makes it work has run. */
export function ColourModeButton() {
  return (
    <button className="colour-mode" type="button" data-colour-mode hidden aria-label="Switch colours">
      <svg aria-hidden="true" viewBox="0 0 24 24" width="22" height="22">
        <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
      </svg>
    </button>
  );
}
