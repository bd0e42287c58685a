import { campaignsEn } from './campaigns.en.ts';
import { campaignsEs } from './campaigns.es.ts';
import { defineWords } from './language.ts';

export const campaignsWords = defineWords('campaigns', campaignsEs, campaignsEn);
