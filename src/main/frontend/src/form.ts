import "./mark.svg?url"; export {};
