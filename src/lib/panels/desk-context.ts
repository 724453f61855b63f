import { createContext } from 'svelte';
import type { Desk } from '../editor/desk.svelte.ts';

/** The desk that the page provides; every panel acts through it. */
export const [deskInContext, provideDesk] = createContext<Desk>();
