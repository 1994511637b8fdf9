import path from 'node:path';
import {relaySettings} from '../../../intake/feedback/relay-settings.ts';
import {FEEDBACK_SCRIPT, RELAY_SETTINGS} from '../../../model/routes/generated-routes.ts';
import {bundleScript} from '../../render/bundle-client.ts';
import {type BuiltSite, writeServed} from '../built-site.ts';

/** Without an extension, because the packed engine has it compiled. */
const SCRIPT_SOURCE = path.join(import.meta.dirname, '../../client/feedback');

/** Writes what the relay reads and the script of its form; nothing if the toolkit has no relay. */
export async function writeFeedbackForm(site: BuiltSite): Promise<void> {
  const settings = relaySettings(site.toolkit.config);
  if (settings === undefined) return;
  const script = await bundleScript(SCRIPT_SOURCE);
  writeServed(site, [
    {address: RELAY_SETTINGS, text: settings},
    {address: FEEDBACK_SCRIPT, text: script},
  ]);
}
