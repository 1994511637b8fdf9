/** Texts of Decap CMS, in groups. */
export type Phrases = {[key: string]: string | Phrases};

/** Decap says "publish" where a file is saved or a pull request is merged; here that word means an update for readers. */
const SAVING: Phrases = {
  editor: {
    editor: {
      onPublishing: 'Save this page?',
      onPublishingWithUnsavedChanges: 'You have changes that are not saved. Save them first.',
    },
    editorToolbar: {
      publishing: 'Saving…',
      publish: 'Save',
      published: 'Saved',
      publishNow: 'Save',
      publishAndCreateNew: 'Save, and start a new one',
      publishAndDuplicate: 'Save, and start a copy',
    },
  },
};

const ACCEPTING: Phrases = {
  editor: {
    editor: {
      onPublishing: 'Accept this change? Readers see it with the next update.',
      onPublishingNotReady: 'Set the status to "Ready" first.',
    },
    editorToolbar: {
      publishing: 'Accepting…',
      publish: 'Accept',
      published: 'Accepted',
      publishNow: 'Accept now',
      publishAndCreateNew: 'Accept, and start a new one',
      publishAndDuplicate: 'Accept, and start a copy',
    },
  },
  ui: {toast: {entryPublished: 'Accepted. Readers see it with the next update.'}},
  workflow: {
    workflowCard: {publishChanges: 'Accept', publishNewEntry: 'Accept'},
    workflowList: {onPublishEntry: 'Accept this change? Readers see it with the next update.'},
  },
};

/** The texts of Decap CMS with ours in place of some. */
export function ownPhrases(theirs: Phrases, isLocal: boolean): Phrases {
  return merge(theirs, isLocal ? SAVING : ACCEPTING);
}

function merge(theirs: Phrases, ours: Phrases): Phrases {
  const entries = Object.entries(ours).map(([key, value]): [string, string | Phrases] => {
    const known = theirs[key];
    return [key, typeof value === 'string' || typeof known !== 'object' ? value : merge(known, value)];
  });
  return {...theirs, ...Object.fromEntries(entries)};
}
