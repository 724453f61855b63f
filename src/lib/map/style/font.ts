/** The one font of the map, as the style's `font-faces` name it. */
export const FONT = ['Noto Sans SC'];
