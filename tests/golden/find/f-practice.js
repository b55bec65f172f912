academyFind.take("8e8486a879c4","f-practice",[["joint-work","Joint work",0,"%"],["shared-visits","Shared visits",0,"##$##$&#%$#%$#$"]]);
