// Names that exist, where they may stand; each with its line of explanation.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Names } from '../api/definition.ts';
import { offers } from '../yaml/offers.ts';
import { placeAt } from '../yaml/context.ts';

export function completionFrom(names: () => Promise<Names>) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const text = context.state.doc.toString();
    const place = placeAt(text, context.pos);
    if (place.wants === 'nothing' || (!context.explicit && place.word === '')) return null;
    const options = offers(place, await names(), text).map((offer): Completion => ({
      label: offer.name,
      detail: offer.detail,
      ...(offer.text ? { info: offer.text } : {}),
      apply: offer.name + offer.follows,
      boost: offer.boost,
    }));
    if (options.length === 0) return null;
    return { from: place.from, options, validFor: /^[\p{L}\p{N}_.-]*$/u };
  };
}
