export { agentTo } from '../../connectors/shared/agent-to.ts';
