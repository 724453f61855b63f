/** Shares of the stage that a sheet stands at. */
export const SHEET_SHARE = { half: 0.46, full: 0.92 } as const;
