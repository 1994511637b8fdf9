import {parseArgs} from 'node:util';
import {listWords} from '../../src/format/nearest.ts';
import {ExitError, reportFailure} from '../../src/io/cli/exit-error.ts';
import {benchBuild} from './bench-build.ts';
import {benchSearch} from './bench-search.ts';
import {benchWeight} from './bench-weight.ts';

const BENCHES = {build: benchBuild, weight: benchWeight, search: benchSearch};

const HELP = `Measures speed and weight, compared with other tools in the same run.

Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [options]

  --sizes  \`this\` toolkit, or numbers of case studies (this,100,1000,4000)
  --peers  which peers to build: docusaurus, starlight, eleventy; or none
  --runs   how often each is measured; the table has the medians (3)
`;

const {stdout, stderr} = process;
try {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      sizes: {type: 'string', default: 'this,100,1000,4000'},
      peers: {type: 'string'},
      runs: {type: 'string', default: '3'},
      help: {type: 'boolean', short: 'h'},
    },
  });
  const [name = ''] = positionals;
  if (values.help) stdout.write(HELP);
  else if (Object.hasOwn(BENCHES, name)) {
    const io = {cwd: process.cwd(), today: new Date().toISOString().slice(0, 10), stdout, stderr};
    await BENCHES[name as keyof typeof BENCHES](io, values);
  } else {
    const names = Object.keys(BENCHES);
    throw new ExitError(
      `\`${name}\` is named to measure, expected ${listWords(names)}`,
      `Run \`npm run bench -- ${names[0]}\`.`,
    );
  }
} catch (error) {
  process.exitCode = reportFailure(error, {stderr});
}
