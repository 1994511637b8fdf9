import navigation from './navigation.json';

export default navigation.sidebars;
