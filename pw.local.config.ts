import config from './playwright.config'
const { globalSetup: _, ...rest } = config
export default rest
