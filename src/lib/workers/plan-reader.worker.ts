import { PlanReader } from './plan-reader.ts';
import type { FromReader, ToReader } from './plan-wire.ts';

const reader = new PlanReader((message: FromReader) => self.postMessage(message));
self.onmessage = (event: MessageEvent<ToReader>) => reader.receive(event.data);
