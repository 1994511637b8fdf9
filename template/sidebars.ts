import {toolkitSidebars} from 'good-practice-toolkit/site';

// The menu is in `navigation.json`. A page that it does not name is last in the section of its folder.
export default toolkitSidebars(__dirname);
