/**
 * `npm run bench`: every figure the project claims, each beside a peer measured in the same run.
 * `npm run bench -- coverage` runs one of them.
 */
const benches = {
	coverage: async () => (await import('./coverage.ts')).benchCoverage(),
	agreement: async () => (await import('./agreement.ts')).benchAgreement(),
	occlusion: async () => (await import('./occlusion.ts')).benchOcclusion(),
	sealing: async () => (await import('./sealing.ts')).benchSealing(),
	'drag-frames': async () => (await import('./drag-frames.ts')).benchDragFrames(),
	flows: async () => (await import('./flows.ts')).benchFlows(),
	respond: async () => (await import('./respond.ts')).benchRespond(),
	place: async () => (await import('./place.ts')).benchPlace(),
	routes: async () => (await import('./routes.ts')).benchRoutes(),
	patrol: async () => (await import('./patrol.ts')).benchPatrol(),
	valhalla: async () => (await import('./valhalla.ts')).benchValhalla(),
	'ring-system': async () => (await import('./ring-system.ts')).benchRingSystem(),
	fabric: async () => (await import('./fabric.ts')).benchFabric(),
	history: async () => (await import('./history.ts')).benchHistory(),
	region: async () => (await import('./region.ts')).benchRegion(),
	repaint: async () => (await import('./repaint.ts')).benchRepaint(),
	browser: async () => (await import('./browser.ts')).benchBrowser()
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length) {
	process.stderr.write(
		`bench: no bench named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`
	);
	process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
	if (wanted.length && !wanted.includes(name)) continue;
	process.stdout.write(`\n## ${name}\n\n`);
	await bench();
}

export {};
