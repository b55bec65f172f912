academyFind.take("523454b42957","f-practice",[["joint-work","Joint work",0,"%"],["shared-visits","Shared visits",0,"##$##$&#%$#%$#$"]]);
