import type { Campaign } from '../../model/campaign.ts';
import type { DemoClock } from './demoClock.ts';

export function createDemoCampaigns({ ago }: DemoClock) {
  return {
    spring: {
      id: 'touch-3',
      name: 'Spring collection · Retargeting BR',
      url: 'https://www.facebook.com/ads/library/?id=804512293671145',
      adId: '804512293671145',
      title: 'The linen you kept looking at',
      body: 'Twelve dresses, cut in São Paulo. Write to us and we set one aside in your size.',
      source: 'Facebook ad',
      clickedAt: ago({ days: 3, hours: 2 }),
      messageId: 'message-1',
    },
    linen: {
      id: 'touch-1',
      name: 'Summer linen · Lookalike 1 %',
      url: 'https://www.facebook.com/ads/library/?id=771930264410982',
      adId: '771930264410982',
      title: 'Linen for the hottest days',
      source: 'Instagram ad',
      clickedAt: ago({ days: 184 }),
    },
    wholesale: {
      id: 'touch-2',
      name: 'Wholesale Iberia · Boutique owners',
      url: 'https://www.facebook.com/ads/library/?id=690114875523307',
      adId: '690114875523307',
      title: 'Stock our linen in your boutique',
      body: 'Samples within a week, no minimum for the first order.',
      source: 'Facebook ad',
      clickedAt: ago({ days: 420 }),
    },
  } satisfies Record<string, Campaign>;
}
