/** Texts of Decap CMS, in groups. */
export type Phrases = {[key: string]: string | Phrases};

/** Decap says "publish" where a file is saved or a pull request is merged; here that word means an update for readers. */
const SAVING: Phrases = {
  editor: {
    editor: {
      onPublishing: 'Save this page?',
      onPublishingWithUnsavedChanges: 'You have changes that are not saved. Save them first.',
      onDeleteWithUnsavedChanges: 'Delete this file, and what you have changed since you opened it?',
      onDeletePublishedEntry: 'Delete this file?',
      confirmLoadBackup: 'Your browser kept changes of this page that were not saved. Use them?',
    },
    editorToolbar: {
      publishing: 'Saving…',
      publish: 'Save',
      published: 'Saved',
      publishNow: 'Save',
      publishAndCreateNew: 'Save, and start a new one',
      publishAndDuplicate: 'Save, and start a copy',
      deletePublishedEntry: 'Delete',
      deployPreviewPendingButtonLabel: 'Find it on the site',
      deployPreviewButtonLabel: 'See it on the site',
    },
  },
  ui: {
    toast: {
      onFailToPersist: 'Not saved: %{details}',
      missingRequiredField: 'Not saved yet: a required field is empty, or holds what it cannot. It is marked in red.',
      entrySaved: 'Saved. What the checks find appears below each field.',
    },
  },
};

const ACCEPTING: Phrases = {
  editor: {
    editor: {
      onPublishingNotReady: 'Set the status to "Ready" first.',
      onPublishingWithUnsavedChanges: 'You have changes that are not saved. Save them first.',
      onPublishing: 'Accept this change? Readers see it with the next update.',
      confirmLoadBackup: 'Your browser kept changes of this page that were not saved. Use them?',
    },
    editorToolbar: {
      publishing: 'Accepting…',
      publish: 'Accept',
      published: 'Accepted',
      publishNow: 'Accept now',
      publishAndCreateNew: 'Accept, and start a new one',
      publishAndDuplicate: 'Accept, and start a copy',
      deleteUnpublishedChanges: 'Delete this proposal',
      deleteUnpublishedEntry: 'Delete this proposal',
      statusInfoTooltipDraft: 'Only you see a draft. To send it to the editors, set the status to "In review".',
      statusInfoTooltipInReview: 'The editors read it. You can still change it.',
    },
  },
  ui: {
    toast: {
      onFailToPersist: 'Not saved: %{details}',
      missingRequiredField: 'Not saved yet: a required field is empty, or holds what it cannot. It is marked in red.',
      entrySaved: 'Saved',
      entryPublished: 'Accepted. Readers see it with the next update.',
      onFailToPublishEntry: 'Not accepted: %{details}',
      onDeleteUnpublishedChanges: 'Proposal deleted',
    },
  },
  workflow: {
    workflow: {
      workflowHeading: 'Proposals',
      newPost: 'New page',
      description: '%{smart_count} to read, %{readyCount} ready |||| %{smart_count} to read, %{readyCount} ready',
    },
    workflowCard: {
      deleteChanges: 'Delete the proposal',
      deleteNewEntry: 'Delete the proposal',
      publishChanges: 'Accept',
      publishNewEntry: 'Accept',
    },
    workflowList: {
      onDeleteEntry: 'Delete this proposal?',
      onPublishingNotReadyEntry: 'Move it to the column "Ready" first.',
      onPublishEntry: 'Accept this change? Readers see it with the next update.',
    },
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
