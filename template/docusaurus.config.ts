import {createSiteConfig} from 'good-practice-toolkit/site';

export default createSiteConfig(__dirname);
