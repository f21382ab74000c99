// What follows from two facts of one document.
import type { RelationType } from '../../schema/model.js'

export interface InferenceRule {
  id: string
  says: string
  gives: RelationType
  first: RelationType
  second: RelationType
  confidence: number
  yes: readonly string[]
  no: readonly string[]
}

export const inferenceRules: readonly InferenceRule[] = [
  {
    id: 'responded/conveys',
    says: 'A meeting that passes on an instruction about an accident meets because of it.',
    gives: 'RESPONDED_TO',
    first: 'CONVEYED',
    second: 'RESPONDED_TO',
    confidence: 0.9,
    yes: ['6月3日，【全省防汛工作会议】召开，传达学习省长韩立新对【湖南岳阳“5·2”重大爆炸事故】的批示'],
    no: ['6月3日，全省防汛工作会议召开，传达学习省长韩立新关于防汛工作的批示'],
  },
]
