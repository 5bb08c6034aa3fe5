export const baselines = {
  meetingLabel: '与会议比较',
  chooseMeeting: '请选择',
  noMeetings: '这一天之前还没有冻结过的会议',
  meetingsLoading: '正在取会议',
  meetingsFailed: '没有取到会议，其他内容不受影响。',
  retry: '重试',
};
