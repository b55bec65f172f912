academyFind.take("523454b42957","f-area",[["vale","The Vale",0,"##$##$###################"],["ashby","Ashby",1,"#%##$#####$####%#%#"],["brookvale","Brookvale",1,"$+'&&%"]]);
