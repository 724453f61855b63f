// A thread is a process of its own to the loader of TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./helper-thread.ts');
